package org.silofri.node.intake.draft;

/**
 * Who wrote.
 *
 * @param id of the account
 * @param name as the account is shown to colleagues
 */
public record Author(String id, String name) {}
