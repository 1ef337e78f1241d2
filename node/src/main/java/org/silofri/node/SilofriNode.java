package org.silofri.node;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** The process a city runs. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class SilofriNode {

    /** Starts a node with Spring's own arguments. */
    public static void main(String[] args) {
        SpringApplication.run(SilofriNode.class, args);
    }
}
