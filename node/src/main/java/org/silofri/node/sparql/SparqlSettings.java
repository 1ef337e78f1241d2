package org.silofri.node.sparql;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the SPARQL endpoint; what is beyond them is refused, never cut off in silence.
 *
 * @param workers queries that run at a time; default 4
 * @param waiting queries that wait for a worker, more are answered 503; default 16
 * @param deadline from arrival to the last row, at most; default 20 s
 * @param mostQueryBytes size of the query text in UTF-8; default 64 KiB
 * @param mostRows rows or triples of a result; default 100,000
 * @param mostResultBytes size of a serialised result; default 64 MiB
 * @param mostCharacters length of a string that an expression makes; default 1,000,000
 * @param mostHeap share of the heap in use after a collection above which running queries end;
 *     default 0.85
 */
@Validated
@ConfigurationProperties("silofri.sparql")
record SparqlSettings(
        @DefaultValue("4") @Positive int workers,
        @DefaultValue("16") @Positive int waiting,
        @DefaultValue("20s") Duration deadline,
        @DefaultValue("64KB") DataSize mostQueryBytes,
        @DefaultValue("100000") @Positive long mostRows,
        @DefaultValue("64MB") DataSize mostResultBytes,
        @DefaultValue("1000000") @Positive int mostCharacters,
        @DefaultValue("0.85") @Positive double mostHeap) {}
