package org.silofri.catalogue.search;

/**
 * What hits can be narrowed by; the values are notations of the ontology's schemes, or city ids.
 */
public enum Facet {
    KIND("kind"),
    THEME("theme"),
    CITY("city"),
    VERDICT("verdict");

    private final String parameter;

    Facet(String parameter) {
        this.parameter = parameter;
    }

    /** Name of the facet in an address, for example {@code theme}. */
    public String parameter() {
        return parameter;
    }
}
