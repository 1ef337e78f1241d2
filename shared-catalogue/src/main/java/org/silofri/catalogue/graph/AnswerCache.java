package org.silofri.catalogue.graph;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * Keeps answers as long as the store holds what it held when they were given.
 *
 * @param <T> kind of answer
 */
public final class AnswerCache<T> {

    private static final int MOST = 64;

    private final Map<Asked, Answer<T>> answers = new ConcurrentHashMap<>();

    private record Asked(String what, int most) {}

    private record Answer<T>(long checkpoint, T value) {}

    /** The answer of what the transaction at hand sees. */
    public T get(
            String what, int most, DatasetGraph dataset, BiFunction<DatasetGraph, Integer, T> ask) {
        var asked = new Asked(what, most);
        long checkpoint = Checkpoint.read(dataset);
        Answer<T> known = answers.get(asked);
        if (known == null || known.checkpoint() != checkpoint) {
            known = new Answer<>(checkpoint, ask.apply(dataset, most));
            if (answers.size() >= MOST) {
                answers.clear();
            }
            answers.put(asked, known);
        }
        return known.value();
    }

    /** Forgets all answers: the store was built anew. */
    public void clear() {
        answers.clear();
    }
}
