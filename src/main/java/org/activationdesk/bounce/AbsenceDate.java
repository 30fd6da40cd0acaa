package org.activationdesk.bounce;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The last day of an absence, read from an English, Dutch, German or French answer: a date behind words such as "until" or
 * "back on", near words of absence.
 */
final class AbsenceDate {
    private static final String WEEKDAY = "(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day"
            + "|(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch"
            + "|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche),? ?(?:le |den |dem |the )?)?$";
    private static final String FILLED = "(?: (?:and including|including|the|den|dem|le))? ?";
    private static final Pattern LAST_DAY = before("until|till|through|up to and including|tot en met|t/m|tot"
            + "|bis(?: einschließlich| einschl\\.)?(?: zum)?|jusqu['’]au|jusqu['’]à");
    /** The second date of two, as in "from 27 November to 11 December". */
    private static final Pattern RANGE = Pattern.compile(
            "(?<!\\p{L})(?:from|between|du|van|vom)(?!\\p{L}).{2,40} (?:to|and|au|-|–)" + FILLED + WEEKDAY);

    private static final Pattern FIRST_DAY_BACK = before(
            "back(?: in the office)?(?: on)?|return(?:ing)?(?: to the office)?(?: on)?|available again (?:on|from)"
                    + "|weer (?:aanwezig|bereikbaar|terug)(?: op| vanaf)?|terug(?: op)?|vanaf"
                    + "|wieder (?:im büro |erreichbar |da )?(?:am|ab)(?: dem)?|zurück(?: am| ab)?|ab dem"
                    + "|(?:de )?retour(?: au bureau)?|à partir du|à compter du");
    private static final Pattern ABSENCE =
            Pattern.compile("out of (?:the )?office|(?<!\\p{L})away|absen|on leave|annual leave"
                    + "|parental|maternity|vacation|holiday|not in the office|unavailable|not available|back(?!\\p{L})|return"
                    + "|afwezig|vakantie|verlof|niet (?:aanwezig|bereikbaar|op kantoor)|terug(?!\\p{L})|weer (?:aanwezig|bereikbaar)"
                    + "|abwesen|urlaub|nicht (?:im büro|im haus|erreichbar)|außer haus|zurück|wieder (?:im büro|erreichbar|da)"
                    + "|congé|vacances|retour|indisponible|hors du bureau");
    /** What else can last until a day. */
    private static final Pattern OTHER_THING =
            Pattern.compile("(?<!\\p{L})(?:open|opened|link|valid|geopend|geldig|geöffnet|gültig"
                    + "|ouverte?s?|valables?)(?!\\p{L})[^.!?]*$");
    /** Whoever has left does not come back on any day. */
    private static final Pattern GONE =
            Pattern.compile("no longer (?:works?|working|employed|with|at)(?!\\p{L})|has left"
                    + "|left the (?:company|organi[sz]ation)|niet (?:meer|langer) (?:werkzaam|in dienst|bij)"
                    + "|werkt (?:hier )?niet (?:meer|langer)|uit dienst|nicht mehr (?:bei|für|im unternehmen|beschäftigt|tätig)"
                    + "|ausgeschieden|ne travaille plus|a quitté|ne fait plus partie");
    /** An answer that names more is no answering machine's. */
    private static final int MOST_DATES = 50;

    private static final int NEAR = 160;
    private static final int JUST_BEFORE = 70;

    private AbsenceDate() {}

    /**
     * The first that is meant.
     *
     * @param said the last days that stand in the mail that is answered, and which an answer may repeat
     */
    static Optional<LocalDate> in(String text, Set<LocalDate> said, LocalDate today) {
        String flat = Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s+", " ");
        String lower = flat.toLowerCase(Locale.ROOT);
        if (GONE.matcher(lower).find()) {
            return Optional.empty();
        }
        return WrittenDate.in(lower, today).stream()
                .limit(MOST_DATES)
                .filter(date -> !said.contains(date.day()))
                .filter(date -> ABSENCE.matcher(part(lower, date.start() - NEAR, date.end() + NEAR))
                        .find())
                .flatMap(date -> lastDay(part(lower, date.start() - JUST_BEFORE, date.start()), date.day()).stream())
                .filter(day -> !day.isBefore(today) && day.isBefore(today.plusYears(1)))
                .findFirst();
    }

    private static Optional<LocalDate> lastDay(String before, LocalDate day) {
        if (OTHER_THING.matcher(before).find()) {
            return Optional.empty();
        }
        if (LAST_DAY.matcher(before).find() || RANGE.matcher(before).find()) {
            return Optional.of(day);
        }
        return FIRST_DAY_BACK.matcher(before).find() ? Optional.of(day.minusDays(1)) : Optional.empty();
    }

    private static Pattern before(String words) {
        return Pattern.compile("(?<!\\p{L})(?:" + words + ")" + FILLED + WEEKDAY);
    }

    private static String part(String text, int from, int to) {
        return text.substring(Math.max(0, from), Math.min(text.length(), to));
    }
}
