package org.silofri.connectors.tabular.entry;

import java.util.Optional;
import java.util.regex.Pattern;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.connectors.Remark;
import org.silofri.connectors.tabular.sheet.Column;
import org.silofri.connectors.tabular.sheet.DataRow;
import org.silofri.connectors.tabular.sheet.Problems;
import org.silofri.connectors.tabular.value.CityBases;
import org.silofri.connectors.tabular.value.Codes;
import org.silofri.ontology.CodeList;
import org.silofri.ontology.Concept;

/** Reads city, kind and key of a row: whose entry it is. */
public final class RowIdentifier {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,99}");

    private final CityBases bases;
    private final Optional<CityId> otherwise;
    private final boolean only;

    /**
     * An identifier for the rows of one import.
     *
     * @param otherwise city of rows that name none
     * @param only whether rows of another city are refused
     */
    public RowIdentifier(CityBases bases, Optional<CityId> otherwise, boolean only) {
        this.bases = bases;
        this.only = only;
        this.otherwise = otherwise;
    }

    /** The row's identity; when empty, {@code problems} tells why. */
    public Optional<RowId> identify(DataRow row, Problems problems) {
        Optional<CityId> city = city(row, problems);
        Optional<BaseIri> base = city.flatMap(bases::base);
        if (city.isPresent() && base.isEmpty()) {
            problems.at(Column.CITY, Remark.of("cell.city-unknown", city.get().value()));
        }
        Optional<EntryKind> kind = kind(row, problems);
        Optional<String> key = key(row, problems);
        if (base.isEmpty() || kind.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new RowId(city.orElseThrow(), kind.get(), base.get().entry(kind.get(), key.get())));
    }

    private Optional<CityId> city(DataRow row, Problems problems) {
        String text = row.text(Column.CITY);
        if (text.isEmpty()) {
            if (otherwise.isEmpty()) {
                problems.at(Column.CITY, Remark.of("cell.city-missing"));
            }
            return otherwise;
        }
        if (CityId.isValid(text)) {
            Optional<CityId> named = Optional.of(new CityId(text));
            if (only && !named.equals(otherwise)) {
                String here = otherwise.map(CityId::value).orElse("");
                problems.at(Column.CITY, Remark.of("cell.city-other", text, here));
                return Optional.empty();
            }
            return named;
        }
        problems.at(Column.CITY, Remark.of("cell.city", text));
        return Optional.empty();
    }

    /** A row that tells no kind is of the kind that its sheet is called by. */
    private static Optional<EntryKind> kind(DataRow row, Problems problems) {
        String cell = row.text(Column.KIND);
        String text =
                cell.isEmpty() && Codes.find(CodeList.KIND, row.sheet()).isPresent()
                        ? row.sheet()
                        : cell;
        Optional<EntryKind> kind =
                Codes.find(CodeList.KIND, text).map(Concept::notation).flatMap(EntryKind::ofPath);
        if (kind.isEmpty()) {
            problems.at(
                    Column.KIND,
                    text.isEmpty()
                            ? Remark.of("cell.kind-missing")
                            : Remark.of("cell.code", text, Codes.allowed(CodeList.KIND)));
        } else if (!kind.get().open()) {
            problems.at(Column.KIND, Remark.of("cell.kind-coordinator", text));
            return Optional.empty();
        }
        return kind;
    }

    private static Optional<String> key(DataRow row, Problems problems) {
        String text = row.text(Column.KEY);
        if (text.isEmpty()) {
            problems.at(Column.KEY, Remark.of("cell.key-missing"));
            return Optional.empty();
        }
        if (!KEY.matcher(text).matches() || text.contains("..")) {
            problems.at(Column.KEY, Remark.of("cell.key", text));
            return Optional.empty();
        }
        return Optional.of(text);
    }
}
