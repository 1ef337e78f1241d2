package org.silofri.node;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The process a city runs. */
@SpringBootApplication
public class SilofriNode {

    /** Starts a node with Spring's own arguments. */
    public static void main(String[] args) {
        SpringApplication.run(SilofriNode.class, args);
    }
}
