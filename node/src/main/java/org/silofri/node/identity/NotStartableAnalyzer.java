package org.silofri.node.identity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a {@link NotStartable} as problem and remedy instead of a stack trace. */
final class NotStartableAnalyzer extends AbstractFailureAnalyzer<NotStartable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NotStartable cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
