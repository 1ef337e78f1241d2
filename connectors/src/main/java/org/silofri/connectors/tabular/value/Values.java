package org.silofri.connectors.tabular.value;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.silofri.connectors.table.Cell;
import org.silofri.connectors.tabular.value.Parsed.Value;

/** Reads the texts of single cells: dates, numbers, addresses, yes and no. */
public final class Values {

    private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");
    private static final Pattern YEAR_MONTH = Pattern.compile("([12][0-9]{3})-([0-9]{2})");
    private static final Pattern ISO_DATE = Pattern.compile("([12][0-9]{3})-([0-9]{2})-([0-9]{2})");
    private static final Pattern NORDIC_DATE =
            Pattern.compile("([0-9]{1,2})\\. ?([0-9]{1,2})\\. ?([12][0-9]{3})");
    private static final Pattern THOUSANDS_OR_DECIMALS =
            Pattern.compile("[-+]?[1-9][0-9]{0,2}[.,][0-9]{3}");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,15}([.,][0-9]{1,12})?");
    private static final Pattern GROUPED =
            Pattern.compile("[-+]?[0-9]{1,3}([ \u00A0\u202F][0-9]{3})+([.,][0-9]{1,12})?");
    private static final Set<String> YES =
            Set.of("true", "yes", "ja", "kyllä", "já", "1", "x", "sand", "sann", "tosi");
    private static final Set<String> NO = Set.of("false", "no", "nej", "nei", "ei", "0");

    private Values() {}

    /** A year, a month or a day, with the precision that is written. */
    public static Parsed date(String text) {
        Matcher iso = ISO_DATE.matcher(text);
        if (iso.matches()) {
            return day(iso.group(1), iso.group(2), iso.group(3), text);
        }
        Matcher nordic = NORDIC_DATE.matcher(text);
        if (nordic.matches()) {
            return day(nordic.group(3), nordic.group(2), nordic.group(1), text);
        }
        Matcher month = YEAR_MONTH.matcher(text);
        if (month.matches()) {
            return month(month.group(1), month.group(2), text);
        }
        return YEAR.matcher(text).matches()
                ? typed(text, XSDDatatype.XSDgYear)
                : Parsed.bad("cell.date", text);
    }

    private static Parsed day(String year, String month, String day, String text) {
        try {
            LocalDate date =
                    LocalDate.of(
                            Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return typed(date.toString(), XSDDatatype.XSDdate);
        } catch (DateTimeException e) {
            return Parsed.bad("cell.date", text);
        }
    }

    private static Parsed month(String year, String month, String text) {
        try {
            YearMonth value = YearMonth.of(Integer.parseInt(year), Integer.parseInt(month));
            return typed(value.toString(), XSDDatatype.XSDgYearMonth);
        } catch (DateTimeException e) {
            return Parsed.bad("cell.date", text);
        }
    }

    public static Parsed year(String text) {
        return YEAR.matcher(text).matches()
                ? typed(text, XSDDatatype.XSDgYear)
                : Parsed.bad("cell.year", text);
    }

    public static Parsed decimal(Cell cell) {
        return number(cell)
                .map(number -> typed(plain(number), XSDDatatype.XSDdecimal))
                .orElseGet(() -> badNumber(cell.text()));
    }

    public static Parsed integer(Cell cell) {
        Optional<BigDecimal> whole = number(cell).filter(n -> n.stripTrailingZeros().scale() <= 0);
        return whole.map(n -> typed(n.toBigInteger().toString(), XSDDatatype.XSDinteger))
                .orElseGet(() ->
                        isAmbiguous(cell)
                                ? badNumber(cell.text())
                                : Parsed.bad("cell.integer", cell.text()));
    }

    /** Number in a Nordic or English way; empty when it is none or may be read in two ways. */
    public static Optional<BigDecimal> number(Cell cell) {
        if (isAmbiguous(cell)) {
            return Optional.empty();
        }
        String text = cell.text();
        if (GROUPED.matcher(text).matches()) {
            text = text.replaceAll("[ \u00A0\u202F]", "");
        }
        return NUMBER.matcher(text).matches()
                ? Optional.of(new BigDecimal(text.replace(',', '.')))
                : Optional.empty();
    }

    /** {@code 60.000} is sixty thousand in Danish and sixty in English. */
    public static boolean isAmbiguous(Cell cell) {
        return cell.form() == Cell.Form.TEXT
                && THOUSANDS_OR_DECIMALS.matcher(cell.text()).matches();
    }

    static Parsed badNumber(String text) {
        return THOUSANDS_OR_DECIMALS.matcher(text).matches()
                ? Parsed.bad("cell.number-ambiguous", text)
                : Parsed.bad("cell.number", text);
    }

    public static Node decimalNode(BigDecimal number) {
        return NodeFactory.createLiteralDT(plain(number), XSDDatatype.XSDdecimal);
    }

    public static Parsed yesOrNo(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (YES.contains(word) || NO.contains(word)) {
            return typed(String.valueOf(YES.contains(word)), XSDDatatype.XSDboolean);
        }
        return Parsed.bad("cell.yes-no", text);
    }

    public static Parsed iri(String text) {
        return isWebAddress(text)
                ? new Value(NodeFactory.createURI(text))
                : Parsed.bad("cell.iri", text);
    }

    public static Parsed iriOrText(String text) {
        return new Value(
                isWebAddress(text)
                        ? NodeFactory.createURI(text)
                        : NodeFactory.createLiteralString(text));
    }

    static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    private static Parsed typed(String text, XSDDatatype type) {
        return new Value(NodeFactory.createLiteralDT(text, type));
    }
}
