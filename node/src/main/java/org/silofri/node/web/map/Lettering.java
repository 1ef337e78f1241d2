package org.silofri.node.web.map;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes names on the map where they cover neither a mark nor another name. */
final class Lettering {

    private static final double GAP = 5;

    private final double letter;
    private final double line;
    private final double enlarged;
    private final List<Box> taken = new ArrayList<>();

    /**
     * @param letter mean width of a letter, in the drawing's units
     * @param line height of a line
     * @param enlarged how much larger than drawn a mark is shown
     */
    private Lettering(double letter, double line, double enlarged) {
        this.letter = letter;
        this.line = line;
        this.enlarged = enlarged;
    }

    /** For a map as wide as half a desk's screen; sizes as in {@code silofri.css}. */
    static Lettering wide() {
        return new Lettering(10.2, 19, 1);
    }

    /** For a map as wide as a telephone. */
    static Lettering narrow() {
        return new Lettering(20, 38, 1.5);
    }

    private record Box(double left, double top, double right, double bottom) {

        boolean meets(Box other) {
            return left < other.right
                    && other.left < right
                    && top < other.bottom
                    && other.top < bottom;
        }
    }

    /** Lets no name cover that mark. */
    void keepFree(NordicMap.Point at, double radius) {
        double wide = radius * enlarged;
        taken.add(new Box(at.x() - wide, at.y() - wide, at.x() + wide, at.y() + wide));
    }

    /** Finds a place beside the mark, on its line, a little higher or a little lower. */
    Mark.@Nullable Label place(String name, NordicMap.Point at, double radius) {
        double width = name.length() * letter;
        double right = at.x() + radius * enlarged + GAP;
        double left = at.x() - radius * enlarged - GAP;
        for (double lower : new double[] {line / 3, -line / 3, line * 5 / 6}) {
            double baseline = at.y() + lower;
            if (free(box(right, baseline, width))) {
                return label(right, baseline, "start");
            }
            if (free(box(left - width, baseline, width))) {
                return label(left, baseline, "end");
            }
        }
        return null;
    }

    private Box box(double left, double baseline, double width) {
        double below = line / 5;
        return new Box(left, baseline - line + below, left + width, baseline + below);
    }

    private static Mark.Label label(double x, double baseline, String anchor) {
        return new Mark.Label(NordicMap.round(x), NordicMap.round(baseline), anchor);
    }

    /** Takes the place of a name when nothing else has it. */
    private boolean free(Box wanted) {
        boolean inside = wanted.left() > 0 && wanted.right() < NordicMap.WIDTH;
        if (!inside || taken.stream().anyMatch(wanted::meets)) {
            return false;
        }
        taken.add(wanted);
        return true;
    }
}
