package io.genjin.toolbox;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinCaseType;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;

/** Names in the order of a Chinese index: by pinyin, sign by sign; a surname is read as a surname (单 is shan, 曾 is zeng). */
public final class NameOrder {

    private static final Map<Character, String> SURNAMES = Map.ofEntries(
            Map.entry('单', "shan"),
            Map.entry('曾', "zeng"),
            Map.entry('解', "xie"),
            Map.entry('仇', "qiu"),
            Map.entry('查', "zha"),
            Map.entry('朴', "piao"),
            Map.entry('区', "ou"),
            Map.entry('任', "ren"),
            Map.entry('华', "hua"),
            Map.entry('盖', "ge"),
            Map.entry('翟', "zhai"),
            Map.entry('贾', "jia"),
            Map.entry('沈', "shen"),
            Map.entry('覃', "qin"),
            Map.entry('尉', "wei"),
            Map.entry('冼', "xian"));

    private static final HanyuPinyinOutputFormat PLAIN = plain();

    /** Sorts names as an index does. */
    public static final Comparator<String> BY_PINYIN =
            Comparator.comparing(NameOrder::key).thenComparing(Comparator.naturalOrder());

    private NameOrder() {}

    /** The letter under which a name stands in an index: A to Z, or # for what has none. */
    public static String letter(String name) {
        String key = key(name);
        char first = key.isEmpty() ? '#' : Character.toUpperCase(key.charAt(0));
        return first >= 'A' && first <= 'Z' ? String.valueOf(first) : "#";
    }

    /** The name's sounds, each ended by a blank, so that 李 stands before 梁 whatever follows. */
    static String key(String name) {
        StringBuilder key = new StringBuilder();
        for (int place = 0; place < name.length(); place++) {
            char mark = name.charAt(place);
            String surname = place == 0 ? SURNAMES.get(mark) : null;
            String sound = surname == null ? sound(mark) : surname;
            key.append(sound);
            if (sound.length() > 1) {
                key.append(' ');
            }
        }
        return key.toString();
    }

    private static String sound(char mark) {
        try {
            String[] readings = PinyinHelper.toHanyuPinyinStringArray(mark, PLAIN);
            return readings == null || readings.length == 0
                    ? String.valueOf(mark).toLowerCase(Locale.ROOT)
                    : readings[0];
        } catch (BadHanyuPinyinOutputFormatCombination impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static HanyuPinyinOutputFormat plain() {
        HanyuPinyinOutputFormat format = new HanyuPinyinOutputFormat();
        format.setCaseType(HanyuPinyinCaseType.LOWERCASE);
        format.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
        format.setVCharType(HanyuPinyinVCharType.WITH_V);
        return format;
    }
}
