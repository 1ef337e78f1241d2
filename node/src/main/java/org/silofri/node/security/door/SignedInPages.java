package org.silofri.node.security.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Knows where signing in may help: at what is mapped and is neither for programs nor a command. */
@Component
class SignedInPages {

    private static final List<String> NO_PAGES = List.of("/api/", "/operator/");

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    SignedInPages(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    boolean has(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return NO_PAGES.stream().noneMatch(request.getRequestURI()::startsWith)
                && mappings.getObject().getHandlerMethods().keySet().stream()
                        .flatMap(info ->
                                info.getPathPatternsCondition() == null
                                        ? Stream.empty()
                                        : info.getPathPatternsCondition().getPatterns().stream())
                        .anyMatch(pattern -> pattern.matches(path));
    }
}
