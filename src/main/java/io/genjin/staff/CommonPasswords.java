package io.genjin.staff;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The passwords that attackers try first: the thirty thousand commonest of the world, and the words of a dealership and its brands.
 * Figures and signs around such a word, and figures in the place of its letters, hide it from nobody (S-R5).
 */
final class CommonPasswords {

    /** Words of the house, of the trade and of the keyboard. */
    private static final Set<String> OWN = Set.of(
            "passwort",
            "administrator",
            "qazwsx",
            "abcdef",
            "abcdefgh",
            "asdfgh",
            "asdfghjkl",
            "zxcvbnm",
            "qwertyuiop",
            "letmein",
            "test",
            "root",
            "guest",
            "woaini",
            "abcdefghijkl",
            "genjin",
            "volkswagen",
            "shanghaidazhong",
            "dazhong",
            "svw",
            "vw",
            "saic",
            "shangqi",
            "skoda",
            "audi",
            "aodi",
            "lavida",
            "langyi",
            "passat",
            "pasate",
            "tiguan",
            "tuguan",
            "lamando",
            "lingdu",
            "polo",
            "santana",
            "teramont",
            "touran",
            "shanghai",
            "beijing",
            "dealer",
            "dealership",
            "crm",
            "sales",
            "salesman",
            "showroom",
            "xiaoshou",
            "zhanting",
            "guwen",
            "jingli",
            "kehu",
            "changeme",
            "secret",
            "qiche",
            "nihao",
            "zhongguo",
            "china",
            "mima",
            "denglu",
            "guanliyuan",
            "woaizhongguo",
            "manager",
            "customer");

    /** Where a word ends and signs with figures begin. */
    private static final Pattern ADDED = Pattern.compile("[^\\p{L}\\p{N}]");

    private static final Pattern FIGURES_AFTER = Pattern.compile("[^\\p{L}@$]+$");

    private static final Set<String> WORLD = world();

    private CommonPasswords() {}

    /** {@code plain} in NFKC form. */
    static boolean holds(String plain) {
        String small = plain.toLowerCase(Locale.ROOT);
        String[] pieces = ADDED.split(small);
        return saysCommonWord(small) || pieces.length > 0 && saysCommonWord(pieces[0]);
    }

    private static boolean saysCommonWord(String text) {
        String word = FIGURES_AFTER.matcher(text).replaceAll("");
        return knows(text)
                || knows(word)
                || knows(lettersOf(text))
                || knows(lettersOf(unmasked(text)))
                || knows(lettersOf(unmasked(word)));
    }

    private static boolean knows(String word) {
        return !word.isEmpty() && (WORLD.contains(word) || OWN.contains(word));
    }

    private static String lettersOf(String text) {
        return text.replaceAll("[^\\p{L}]+", "");
    }

    /** Figures and signs that stand for letters, read as those. */
    private static String unmasked(String text) {
        return text.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's');
    }

    private static Set<String> world() {
        try {
            Dictionary passwords = StandardDictionaries.PASSWORDS_LOADER.load();
            return new HashSet<>(passwords.getFrequencies());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
