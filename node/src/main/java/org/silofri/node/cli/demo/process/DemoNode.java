package org.silofri.node.cli.demo.process;

import java.util.List;

/**
 * A process of the demo.
 *
 * @param name also the name of its configuration under {@code compose/}, its data folder and its
 *     workbook
 * @param offset added to the base port
 */
public record DemoNode(String name, int offset) {

    public static final DemoNode COORDINATOR = new DemoNode("coordinator", 0);

    /** A city with a node of its own. */
    public static final DemoNode COPENHAGEN = new DemoNode("copenhagen", 1);

    /** In the order in which they start; the coordinator's hub comes first. */
    public static final List<DemoNode> ALL =
            List.of(
                    COORDINATOR,
                    COPENHAGEN,
                    new DemoNode("stavanger", 2),
                    new DemoNode("helsinki", 3));

    public boolean coordinator() {
        return offset == 0;
    }
}
