package org.silofri.catalogue.validation;

/** How much a finding weighs; the names follow SHACL. */
public enum Severity {
    /** The entry may not be published. */
    VIOLATION,
    /** The entry may be published once the publisher has confirmed it. */
    WARNING
}
