package org.silofri.node.web.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NordicMapTest {

    /** Where the drawing has these places; see img/ORIGIN.md. */
    @ParameterizedTest
    @CsvSource({
        "55.67594, 12.56553, 664.9, 657.4",
        "64.13548, -21.89541, 47.2, 223.8",
        "69.6489, 18.95508, 696.0, 89.2",
        "60.16952, 24.93545, 886.7, 430.4",
        "62.00973, -6.77164, 279.5, 388.4"
    })
    void placesCitiesWhereTheDrawingHasThem(double lat, double lon, double x, double y) {
        NordicMap.Point at = NordicMap.project(lat, lon);

        assertThat(at.x()).isCloseTo(x, offset(0.1));
        assertThat(at.y()).isCloseTo(y, offset(0.1));
    }

    @Test
    void writesNoNameOverAnother() {
        var helsinki = new NordicMap.City("Helsinki", "", 60.16952, 24.93545, 12, "");
        var espoo = new NordicMap.City("Espoo", "", 60.16953, 24.93546, 1, "");

        List<Mark> marks = NordicMap.marks(List.of(espoo, helsinki));

        assertThat(marks.getFirst().name()).isEqualTo("Helsinki");
        assertThat(marks.getFirst().labelY()).isNotEqualTo(marks.getLast().labelY());
    }
}
