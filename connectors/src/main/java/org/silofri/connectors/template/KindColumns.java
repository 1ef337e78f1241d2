package org.silofri.connectors.template;

import static org.silofri.connectors.tabular.sheet.Column.ADDRESSES;
import static org.silofri.connectors.tabular.sheet.Column.AFFECTS;
import static org.silofri.connectors.tabular.sheet.Column.BASE_VALUE;
import static org.silofri.connectors.tabular.sheet.Column.BASE_YEAR;
import static org.silofri.connectors.tabular.sheet.Column.CONTACT;
import static org.silofri.connectors.tabular.sheet.Column.COST_AVOIDED;
import static org.silofri.connectors.tabular.sheet.Column.DEPENDS_ON;
import static org.silofri.connectors.tabular.sheet.Column.DERIVED_FROM;
import static org.silofri.connectors.tabular.sheet.Column.DESCRIPTION;
import static org.silofri.connectors.tabular.sheet.Column.DIFFERS_FROM;
import static org.silofri.connectors.tabular.sheet.Column.EFFECT_LEVEL;
import static org.silofri.connectors.tabular.sheet.Column.END;
import static org.silofri.connectors.tabular.sheet.Column.EVIDENCE;
import static org.silofri.connectors.tabular.sheet.Column.EVIDENCE_LEVEL;
import static org.silofri.connectors.tabular.sheet.Column.GOAL;
import static org.silofri.connectors.tabular.sheet.Column.HYPOTHESIS;
import static org.silofri.connectors.tabular.sheet.Column.INDICATOR;
import static org.silofri.connectors.tabular.sheet.Column.KEY;
import static org.silofri.connectors.tabular.sheet.Column.LATITUDE;
import static org.silofri.connectors.tabular.sheet.Column.LICENCE;
import static org.silofri.connectors.tabular.sheet.Column.LONGITUDE;
import static org.silofri.connectors.tabular.sheet.Column.MEASURES;
import static org.silofri.connectors.tabular.sheet.Column.PARTNERS;
import static org.silofri.connectors.tabular.sheet.Column.PILOT;
import static org.silofri.connectors.tabular.sheet.Column.RELATIVE;
import static org.silofri.connectors.tabular.sheet.Column.RUNG;
import static org.silofri.connectors.tabular.sheet.Column.SAME_PROBLEM_AS;
import static org.silofri.connectors.tabular.sheet.Column.SCALED_BY;
import static org.silofri.connectors.tabular.sheet.Column.SCALES;
import static org.silofri.connectors.tabular.sheet.Column.SIMILAR_TO;
import static org.silofri.connectors.tabular.sheet.Column.SOLUTION;
import static org.silofri.connectors.tabular.sheet.Column.SOURCE;
import static org.silofri.connectors.tabular.sheet.Column.START;
import static org.silofri.connectors.tabular.sheet.Column.STATUS;
import static org.silofri.connectors.tabular.sheet.Column.SUPERSEDED_BY;
import static org.silofri.connectors.tabular.sheet.Column.SUPERSEDES;
import static org.silofri.connectors.tabular.sheet.Column.TARGET_VALUE;
import static org.silofri.connectors.tabular.sheet.Column.TARGET_YEAR;
import static org.silofri.connectors.tabular.sheet.Column.THEME;
import static org.silofri.connectors.tabular.sheet.Column.TITLE;
import static org.silofri.connectors.tabular.sheet.Column.UNIT;
import static org.silofri.connectors.tabular.sheet.Column.VERDICT;

import java.util.List;
import java.util.stream.Stream;
import org.silofri.connectors.tabular.sheet.Column;

/**
 * The columns of a kind's sheet, those that must be filled first.
 *
 * @param kind its notation
 */
record KindColumns(String kind, List<Column> required, List<Column> optional) {

    private static final List<Column> FRONT = List.of(KEY, TITLE, THEME);
    private static final List<Column> BACK = List.of(LICENCE, SOURCE);
    private static final List<Column> COMMON =
            List.of(
                    EFFECT_LEVEL,
                    EVIDENCE,
                    MEASURES,
                    PARTNERS,
                    CONTACT,
                    LATITUDE,
                    LONGITUDE,
                    SIMILAR_TO,
                    DEPENDS_ON,
                    SUPERSEDES,
                    DIFFERS_FROM);

    /** All kinds that a city may import, in the order of the work. */
    static final List<KindColumns> ALL =
            List.of(
                    of("problem", List.of(), List.of(AFFECTS, GOAL, SAME_PROBLEM_AS)),
                    of(
                            "pilot",
                            List.of(STATUS),
                            List.of(ADDRESSES, SOLUTION, START, END, RUNG, SCALED_BY)),
                    of("solution", List.of(), List.of(ADDRESSES, DERIVED_FROM, RUNG, SCALED_BY)),
                    of(
                            "result",
                            List.of(VERDICT),
                            List.of(
                                    PILOT,
                                    HYPOTHESIS,
                                    EVIDENCE_LEVEL,
                                    COST_AVOIDED,
                                    RUNG,
                                    SCALED_BY,
                                    SUPERSEDED_BY)),
                    of("scaling-event", List.of(RUNG, SCALES, EVIDENCE), List.of(START)),
                    of("goal", List.of(), List.of(START, END)),
                    of(
                            "target",
                            List.of(TARGET_VALUE, UNIT, TARGET_YEAR),
                            List.of(GOAL, RELATIVE, BASE_YEAR, BASE_VALUE, INDICATOR)),
                    of("indicator", List.of(), List.of(UNIT)),
                    of("partner", List.of(), List.of()));

    private static KindColumns of(String kind, List<Column> required, List<Column> optional) {
        List<Column> must = Stream.of(FRONT, required, BACK).flatMap(List::stream).toList();
        List<Column> may =
                Stream.of(List.of(DESCRIPTION), optional, COMMON)
                        .flatMap(List::stream)
                        .filter(column -> !must.contains(column))
                        .toList();
        return new KindColumns(kind, must, may);
    }

    List<Column> all() {
        return Stream.concat(required.stream(), optional.stream()).toList();
    }
}
