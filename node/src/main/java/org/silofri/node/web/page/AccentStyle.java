package org.silofri.node.web.page;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /css/accent.css}: the city's colour, as values that the other styles use (ADR 0113). */
@RestController
class AccentStyle {

    private final String style;

    AccentStyle(LookSettings look) {
        Accent accent = look.colour();
        String dark = accent.darker(0.2);
        this.style =
                """
                :root {
                  --accent: %s;
                  --accent-dark: %s;
                  --ds-color-accent-base-default: %s;
                  --ds-color-accent-base-hover: %s;
                  --ds-color-accent-base-active: %s;
                }
                """
                        .formatted(accent.hex(), dark, accent.hex(), dark, accent.darker(0.35));
    }

    @GetMapping("/css/accent.css")
    ResponseEntity<String> style() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/css;charset=utf-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
                .body(style);
    }
}
