package org.silofri.node.web.map;

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
    void writesANameWhereItCoversNoOtherMark() {
        var oslo = new NordicMap.City("Oslo", "", 59.91273, 10.74609, 12, "");
        var eastOfIt = new NordicMap.City("Lillestrøm", "", 59.91273, 11.9, 1, "");

        List<Mark> marks = NordicMap.marks(List.of(eastOfIt, oslo));

        assertThat(marks).extracting(Mark::name).containsExactly("Oslo", "Lillestrøm");
        assertThat(marks)
                .extracting(Mark::wide)
                .extracting("anchor")
                .containsExactly("end", "start");
        assertThat(marks)
                .extracting(Mark::narrow)
                .extracting("anchor")
                .containsExactly("end", "start");
    }

    @Test
    void leavesANameOutThatWouldCoverAnother() {
        var oslo = new NordicMap.City("Oslo", "", 59.91273, 10.74609, 12, "");
        var inside = new NordicMap.City("Bærum", "", 59.91274, 10.74610, 1, "");

        List<Mark> marks = NordicMap.marks(List.of(inside, oslo));

        assertThat(marks.getFirst().narrow()).isNotNull();
        assertThat(marks.getLast().narrow()).isNull();
    }
}
