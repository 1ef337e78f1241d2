package org.silofri.node.identity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints a {@link NotStartable} as problem and remedy instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE) // settings that cannot be used are told by their own words
final class NotStartableAnalyzer extends AbstractFailureAnalyzer<NotStartable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NotStartable cause) {
        return new FailureAnalysis(cause.problem(), cause.remedy(), cause);
    }
}
