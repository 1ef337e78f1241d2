package org.silofri.catalogue.validation.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** F14, on many samples; the seed is printed in the name of a failing case. */
class NationalIdsTest {

    private static final int SAMPLES = 20_000;
    private static final long SEED = 20261123;

    @ParameterizedTest(name = "{0}, seed " + SEED)
    @MethodSource("ordinaryNumbers")
    void raisesNoAlarmOverOrdinaryNumbers(String kind, Function<Random, String> maker) {
        Random random = new Random(SEED);

        assertThat(IntStream.range(0, SAMPLES).mapToObj(i -> maker.apply(random)))
                .allSatisfy(text -> {
                    assertThat(NationalIds.find(text)).as(text).isEmpty();
                    assertThat(PhoneNumbers.isIn(text)).as(text).isFalse();
                });
    }

    @ParameterizedTest(name = "{0}, seed " + SEED)
    @MethodSource("identities")
    void findsEveryIdentityNumber(
            String kind, Function<Random, String> maker, Predicate<String> check) {
        Random random = new Random(SEED);

        assertThat(IntStream.range(0, 500).mapToObj(i -> "Sag om " + maker.apply(random) + "."))
                .allSatisfy(text ->
                        assertThat(NationalIds.find(text))
                                .as(text)
                                .contains(NationalIds.Certainty.SURE));
    }

    @ParameterizedTest(name = "{0}, seed " + SEED)
    @MethodSource("identities")
    void refusesAnotherLastDigit(
            String kind, Function<Random, String> maker, Predicate<String> check) {
        Random random = new Random(SEED);

        assertThat(IntStream.range(0, 500).mapToObj(i -> maker.apply(random)))
                .allSatisfy(number -> {
                    String plain = kind.equals("Finnish") ? number : number.replace("-", "");
                    int last = plain.length() - 1;
                    char other = plain.charAt(last) == '7' ? '2' : '7';
                    assertThat(check.test(plain)).as(plain).isTrue();
                    assertThat(check.test(plain.substring(0, last) + other)).isFalse();
                });
    }

    static Stream<Object[]> ordinaryNumbers() {
        return Stream.of(amounts(), places(), codes(), organisations())
                .flatMap(Function.identity());
    }

    private static Stream<Object[]> amounts() {
        return Stream.of(
                sample(
                        "years",
                        r -> "%d-%d".formatted(1900 + r.nextInt(200), 1900 + r.nextInt(200))),
                sample("amounts", r -> grouped(r.nextLong(100_000_000_000L), ' ') + " kr."),
                sample(
                        "dotted amounts",
                        r -> "Budget " + grouped(r.nextLong(1L << 40), '.') + ",50"),
                sample("increase", r -> "+" + grouped(r.nextLong(1L << 36) * 1000, ' ') + " kr"),
                sample("money", r -> String.format(Locale.ROOT, "%.2f EUR", r.nextDouble() * 1e9)));
    }

    private static Stream<Object[]> places() {
        return Stream.of(
                sample(
                        "places",
                        r ->
                                String.format(
                                        Locale.ROOT,
                                        "%.5f, %.5f",
                                        54 + 17 * r.nextDouble(),
                                        -25 + 55 * r.nextDouble())),
                sample(
                        "projected places",
                        r ->
                                String.format(
                                        Locale.ROOT,
                                        "%.2f %.2f",
                                        1e6 * r.nextDouble(),
                                        7e6 * r.nextDouble())),
                sample(
                        "dates",
                        r ->
                                "%02d.%02d.%d kl. %02d:%02d"
                                        .formatted(
                                                1 + r.nextInt(28),
                                                1 + r.nextInt(12),
                                                1990 + r.nextInt(50),
                                                r.nextInt(24),
                                                r.nextInt(60))));
    }

    private static Stream<Object[]> codes() {
        return Stream.of(
                sample(
                        "time stamps",
                        r ->
                                "%d%02d%02d-%02d%02d"
                                        .formatted(
                                                2000 + r.nextInt(40),
                                                1 + r.nextInt(12),
                                                1 + r.nextInt(28),
                                                r.nextInt(24),
                                                r.nextInt(60))),
                sample(
                        "case numbers",
                        r -> "Sag %d-%07d".formatted(2000 + r.nextInt(30), r.nextInt(10_000_000))),
                sample("hashes", r -> "%016x%016x".formatted(r.nextLong(), r.nextLong())),
                sample(
                        "decimals",
                        r -> "%d.%010d".formatted(r.nextInt(100), r.nextLong(10_000_000_000L))));
    }

    private static Stream<Object[]> organisations() {
        return Stream.of(
                sample("CVR", r -> "CVR %08d".formatted(r.nextInt(100_000_000))),
                sample("EAN", r -> "EAN 579%010d".formatted(r.nextLong(10_000_000_000L))),
                sample(
                        "Swedish organisations",
                        r ->
                                "%02d%02d%02d-%04d"
                                        .formatted(
                                                r.nextInt(100),
                                                20 + r.nextInt(80),
                                                r.nextInt(100),
                                                r.nextInt(10_000))),
                sample(
                        "Finnish organisations",
                        r -> "%07d-%d".formatted(r.nextInt(10_000_000), r.nextInt(10))),
                sample(
                        "Icelandic organisations",
                        r -> completed(r, random -> icelandic(random, 40))));
    }

    static Stream<Object[]> identities() {
        return Stream.of(
                identity("Danish", NationalIdsTest::danish, NationalIdChecks::danish),
                identity("Norwegian", NationalIdsTest::norwegian, NationalIdChecks::norwegian),
                identity("Swedish", NationalIdsTest::swedish, NationalIdChecks::longSwedish),
                identity("Finnish", NationalIdsTest::finnish, NationalIdChecks::finnish),
                identity("Icelandic", r -> icelandic(r, 0), NationalIdChecks::icelandic));
    }

    private static Object[] identity(
            String kind, Function<Random, Optional<String>> maker, Predicate<String> check) {
        Function<Random, String> completed = random -> completed(random, maker);
        return new Object[] {kind, completed, check};
    }

    private static Object[] sample(String kind, Function<Random, String> maker) {
        return new Object[] {kind, maker};
    }

    private static String grouped(long amount, char separator) {
        return String.format(Locale.ROOT, "%,d", amount).replace(',', separator);
    }

    /** Tries until the check digits exist; for some numbers they do not. */
    private static String completed(Random random, Function<Random, Optional<String>> maker) {
        return Stream.generate(() -> maker.apply(random))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private static String date(Random r, int year) {
        return date(r, 0, year);
    }

    private static String date(Random r, int added, int year) {
        return "%02d%02d%02d".formatted(added + 1 + r.nextInt(28), 1 + r.nextInt(12), year);
    }

    private static Optional<String> danish(Random r) {
        String nine = date(r, 40 + r.nextInt(60)) + "%03d".formatted(r.nextInt(400));
        int check = (11 - weighted(nine, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
        return check == 10
                ? Optional.empty()
                : Optional.of(nine.substring(0, 6) + "-" + nine.substring(6) + check);
    }

    private static Optional<String> icelandic(Random r, int added) {
        String eight = date(r, added, r.nextInt(100)) + "%02d".formatted(20 + r.nextInt(80));
        int check = (11 - weighted(eight, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
        // the digit after the check digit tells the century; spoiling it spoils the number as well
        return check == 10
                ? Optional.empty()
                : Optional.of(eight.substring(0, 6) + "-" + eight.substring(6) + check + "9");
    }

    private static Optional<String> norwegian(Random r) {
        String nine = date(r, r.nextInt(100)) + "%03d".formatted(r.nextInt(1000));
        int first = (11 - weighted(nine, 3, 7, 6, 1, 8, 9, 4, 5, 2) % 11) % 11;
        int second = (11 - weighted(nine + first % 10, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
        return first == 10 || second == 10 ? Optional.empty() : Optional.of(nine + first + second);
    }

    private static Optional<String> swedish(Random r) {
        String nine =
                "19%02d%02d%02d%03d"
                        .formatted(
                                r.nextInt(100),
                                1 + r.nextInt(12),
                                1 + r.nextInt(28),
                                r.nextInt(1000));
        int sum = 0;
        for (int i = 2; i < nine.length(); i++) {
            int digit = (nine.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit / 10 + digit % 10;
        }
        return Optional.of(nine.substring(0, 8) + "-" + nine.substring(8) + (10 - sum % 10) % 10);
    }

    private static Optional<String> finnish(Random r) {
        String date = date(r, r.nextInt(100));
        String number = "%03d".formatted(2 + r.nextInt(897));
        char check =
                "0123456789ABCDEFHJKLMNPRSTUVWXY"
                        .charAt((int) (Long.parseLong(date + number) % 31));
        return Optional.of(date + (r.nextBoolean() ? "-" : "A") + number + check);
    }

    private static int weighted(String digits, int... weights) {
        return IntStream.range(0, weights.length)
                .map(i -> (digits.charAt(i) - '0') * weights[i])
                .sum();
    }
}
