package org.silofri.connectors.tabular.entry;

import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;

/** Whose entry a row is, of which kind, and its IRI. */
public record RowId(CityId city, EntryKind kind, EntryIri entry) {}
