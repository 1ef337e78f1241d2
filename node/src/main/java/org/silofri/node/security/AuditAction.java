package org.silofri.node.security;

/** What the audit trail knows of; each has a text in every language ({@code account.audit.…}). */
public enum AuditAction {
    SIGNED_IN,
    /** Wrong name or password. */
    SIGN_IN_FAILED,
    /** Too many wrong ones: the account or address waits. */
    SIGN_IN_PAUSED,
    SIGNED_OUT,
    SESSIONS_ENDED,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    ACCOUNT_ADDED,
    ACCOUNT_CHANGED,
    ACCOUNT_DISABLED,
    ACCOUNT_ENABLED,
    GRANTS_CHANGED,
    TOKEN_MADE,
    TOKEN_REVOKED,
    DRAFT_SUBMITTED,
    DRAFT_RETURNED,
    ENTRY_PUBLISHED,
    ENTRY_CHANGED,
    ENTRY_WITHDRAWN,
    ROWS_IMPORTED,
    MEMBER_ADMITTED,
    LEAD_PROPOSED,
    LEAD_ANSWERED,
    LEAD_ASSIGNED,
    LEAD_ENDED
}
