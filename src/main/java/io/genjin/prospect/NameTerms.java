package io.genjin.prospect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinCaseType;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;
import org.jspecify.annotations.Nullable;

/**
 * The beginnings by which a customer's name is found: 张伟 by 张, 伟, zhangwei, wei, zw and w. Every term is compared by its
 * beginning only, which PostgreSQL answers from an index even under row-level security (ADR 0008).
 */
public final class NameTerms {

    private static final int LONGEST_TERM = 60;
    private static final int MOST_TERMS = 40;
    private static final HanyuPinyinOutputFormat PLAIN = plain();

    private NameTerms() {}

    public static Set<String> of(String name) {
        int[] marks = normal(name)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(LONGEST_TERM)
                .toArray();
        List<String> sounds = new ArrayList<>();
        for (int mark : marks) {
            sounds.add(sound(mark));
        }
        Set<String> terms = new LinkedHashSet<>();
        for (int from = 0; from < marks.length && terms.size() < MOST_TERMS; from++) {
            terms.add(cut(new String(marks, from, marks.length - from)));
            boolean han = Character.isIdeographic(marks[from]);
            if (!han) {
                continue;
            }
            List<String> tail = sounds.subList(from, sounds.size());
            terms.add(cut(String.join("", tail)));
            terms.add(cut(initials(tail)));
        }
        terms.remove("");
        return terms;
    }

    /** The whole name as it sounds, by which 张伟 and 章伟 are alike; nothing when it has no letter at all. */
    public static @Nullable String sound(String name) {
        StringBuilder sound = new StringBuilder();
        normal(name)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(LONGEST_TERM)
                .forEach(mark -> sound.append(sound(mark)));
        return sound.isEmpty() ? null : cut(sound.toString());
    }

    /** What a reader typed, as terms are written: no blanks, lower case, full-width forms narrowed. */
    static String normal(String typed) {
        return java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s'’·.-]+", "");
    }

    private static String sound(int mark) {
        if (!Character.isIdeographic(mark) || Character.isSupplementaryCodePoint(mark)) {
            return new String(Character.toChars(mark));
        }
        try {
            String[] readings = PinyinHelper.toHanyuPinyinStringArray((char) mark, PLAIN);
            return readings == null || readings.length == 0 ? new String(Character.toChars(mark)) : readings[0];
        } catch (BadHanyuPinyinOutputFormatCombination impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String initials(List<String> sounds) {
        StringBuilder initials = new StringBuilder();
        sounds.forEach(sound -> initials.appendCodePoint(sound.codePointAt(0)));
        return initials.toString();
    }

    private static String cut(String term) {
        return term.length() <= LONGEST_TERM ? term : term.substring(0, LONGEST_TERM);
    }

    private static HanyuPinyinOutputFormat plain() {
        HanyuPinyinOutputFormat format = new HanyuPinyinOutputFormat();
        format.setCaseType(HanyuPinyinCaseType.LOWERCASE);
        format.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
        format.setVCharType(HanyuPinyinVCharType.WITH_V);
        return format;
    }
}
