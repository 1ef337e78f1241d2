package org.silofri.catalogue.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationsTest {

    @TempDir Path folder;

    @Test
    void beginsWithTheFirst() {
        assertThat(Generations.open(folder).current()).hasFileName("gen-1").isDirectory();
    }

    @Test
    void usesWhatItSwitchedToAlsoAfterARestart() {
        Generations generations = Generations.open(folder);
        generations.switchTo(generations.prepare());
        assertThat(Generations.open(folder).current()).hasFileName("gen-2");
        assertThat(folder.resolve("gen-1")).doesNotExist();
    }

    @Test
    void removesAtTheStartWhatWasNeverSwitchedTo() throws IOException {
        Path prepared = Generations.open(folder).prepare();
        Files.writeString(prepared.resolve("half"), "done");
        Generations.open(folder);
        assertThat(prepared).doesNotExist();
    }

    @Test
    void neverPreparesAFolderTwice() {
        Generations generations = Generations.open(folder);
        assertThat(generations.prepare()).hasFileName("gen-2");
        assertThat(generations.prepare()).hasFileName("gen-3");
    }
}
