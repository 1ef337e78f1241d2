package org.silofri.node.cli;

import org.jspecify.annotations.Nullable;
import org.silofri.ontology.Ontology;
import picocli.CommandLine.IVersionProvider;

/** Versions of the program and of the ontology it writes. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        @Nullable String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "Silofri " + (version == null ? "(from sources)" : version),
            "ontology " + Ontology.VERSION
        };
    }
}
