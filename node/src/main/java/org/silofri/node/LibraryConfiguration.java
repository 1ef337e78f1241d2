package org.silofri.node;

import org.silofri.catalogue.validation.ShapeValidator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Parts of the library that several modules share. */
@Configuration(proxyBeanMethods = false)
class LibraryConfiguration {

    @Bean
    ShapeValidator shapeValidator() {
        return new ShapeValidator();
    }
}
