package org.silofri.catalogue.validation.personal;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Date and check-digit rules of the Nordic identity numbers, on strings of digits only. */
final class NationalIdChecks {

    private static final int[] DANISH = {4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    private static final int[] NORWEGIAN_FIRST = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
    private static final int[] NORWEGIAN_SECOND = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    private static final int[] ICELANDIC = {3, 2, 7, 6, 5, 4, 3, 2, 1};
    private static final String FINNISH_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY";

    /** From this day on CPR numbers are issued whose last digit checks nothing. */
    private static final LocalDate DANISH_UNCHECKED = LocalDate.of(2007, 10, 1);

    private NationalIdChecks() {}

    /** CPR number: date with the century of the seventh digit, modulus 11. */
    static boolean danish(String ten) {
        return isDate(number(ten, 0, 2), number(ten, 2, 4), danishYear(ten)) && mod11(ten, DANISH);
    }

    /** CPR number of someone born since checks were given up: date only. */
    static boolean danishWithoutCheckDigit(String ten) {
        int year = danishYear(ten);
        int month = number(ten, 2, 4);
        int day = number(ten, 0, 2);
        return isDate(day, month, year)
                && !LocalDate.of(year, month, day).isBefore(DANISH_UNCHECKED);
    }

    private static int danishYear(String ten) {
        int year = number(ten, 4, 6);
        int seventh = ten.charAt(6) - '0';
        if (seventh <= 3) {
            return 1900 + year;
        }
        if (seventh == 4 || seventh == 9) {
            return year <= 36 ? 2000 + year : 1900 + year;
        }
        return year <= 57 ? 2000 + year : 1800 + year;
    }

    /** Fødselsnummer or D-number, also the synthetic ones of test registers: two check digits. */
    static boolean norwegian(String eleven) {
        int day = number(eleven, 0, 2);
        int month = number(eleven, 2, 4);
        int year = number(eleven, 4, 6);
        int realDay = day > 40 ? day - 40 : day;
        int realMonth = month > 80 ? month - 80 : month > 40 ? month - 40 : month;
        return isDateInAnyCentury(realDay, realMonth, year)
                && mod11(eleven.substring(0, 10), NORWEGIAN_FIRST)
                && mod11(eleven, NORWEGIAN_SECOND);
    }

    /** Personnummer without century: date, Luhn. */
    static boolean swedish(String ten) {
        return isDateInAnyCentury(number(ten, 4, 6), number(ten, 2, 4), number(ten, 0, 2))
                && luhn(ten);
    }

    /** Samordningsnummer without century: date with 60 added to the day, Luhn. */
    static boolean swedishCoordination(String ten) {
        return isDateInAnyCentury(number(ten, 4, 6) - 60, number(ten, 2, 4), number(ten, 0, 2))
                && luhn(ten);
    }

    /** Personnummer with century. */
    static boolean longSwedish(String twelve) {
        int year = number(twelve, 0, 4);
        int day = number(twelve, 6, 8);
        return year >= 1870
                && year <= 2099
                && isDate(day > 60 ? day - 60 : day, number(twelve, 4, 6), year)
                && luhn(twelve.substring(2));
    }

    /** Twelve digits that are as well a minute of this century, as in file names and cases. */
    static boolean readsAsTimestamp(String twelve) {
        return number(twelve, 0, 4) >= 2000
                && number(twelve, 6, 8) <= 31
                && number(twelve, 8, 10) <= 23
                && number(twelve, 10, 12) <= 59;
    }

    /** Kennitala of a person: date, modulus 11, century. */
    static boolean icelandic(String ten) {
        return kennitala(ten, 0);
    }

    /** Kennitala of an organisation: 40 added to the day; public, never personal. */
    static boolean icelandicOrganisation(String ten) {
        return kennitala(ten, 40);
    }

    private static boolean kennitala(String ten, int added) {
        int century =
                switch (ten.charAt(9)) {
                    case '8' -> 1800;
                    case '9' -> 1900;
                    case '0' -> 2000;
                    default -> -10_000;
                };
        return isDate(number(ten, 0, 2) - added, number(ten, 2, 4), century + number(ten, 4, 6))
                && mod11(ten, ICELANDIC);
    }

    /** Henkilötunnus of eleven characters: date, number from 002, check character. */
    static boolean finnish(String eleven) {
        int century =
                switch (eleven.charAt(6)) {
                    case '+' -> 1800;
                    case 'A', 'B', 'C', 'D', 'E', 'F' -> 2000;
                    default -> 1900;
                };
        int number = number(eleven, 7, 10);
        int rest = (int) ((number(eleven, 0, 6) * 1000L + number) % 31);
        return number >= 2
                && isDate(
                        number(eleven, 0, 2), number(eleven, 2, 4), century + number(eleven, 4, 6))
                && FINNISH_CHARACTERS.charAt(rest) == eleven.charAt(10);
    }

    private static boolean mod11(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return sum % 11 == 0;
    }

    private static boolean luhn(String ten) {
        int sum = 0;
        for (int i = 0; i < ten.length(); i++) {
            int doubled = (ten.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    private static boolean isDateInAnyCentury(int day, int month, int year) {
        return isDate(day, month, 1900 + year) || isDate(day, month, 2000 + year);
    }

    private static boolean isDate(int day, int month, int year) {
        if (day < 1 || month < 1 || month > 12 || year < 1800) {
            return false;
        }
        try {
            return LocalDate.of(year, month, day).getYear() == year;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits.substring(from, to));
    }
}
