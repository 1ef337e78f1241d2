package org.silofri.connectors.tabular.value;

import java.util.Optional;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;

/** Where cities mint their entries; the node knows it from its members. */
@FunctionalInterface
public interface CityBases {

    /** Base IRI of the member; empty when there is none of that name. */
    Optional<BaseIri> base(CityId city);
}
