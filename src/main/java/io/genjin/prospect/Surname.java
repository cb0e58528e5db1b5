package io.genjin.prospect;

import java.util.Set;

/** The part of a name by which a person is addressed (张先生); all that a colleague may know of a customer of the pool. */
final class Surname {

    private static final Set<String> OF_TWO = Set.of(
            "欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "端木", "南宫", "长孙", "宇文", "轩辕", "呼延",
            "独孤", "澹台", "申屠", "闻人", "钟离", "太史", "西门", "百里");

    private Surname() {}

    /** Two characters for the compound surnames, else the first; of a name in letters its last word. */
    static String of(String name) {
        String clean = name.strip();
        if (clean.isEmpty()) {
            return "";
        }
        if (Character.UnicodeScript.of(clean.codePointAt(0)) != Character.UnicodeScript.HAN) {
            String[] words = clean.split("\\s+");
            return words[words.length - 1];
        }
        String two =
                clean.substring(0, clean.offsetByCodePoints(0, Math.min(2, clean.codePointCount(0, clean.length()))));
        return OF_TWO.contains(two) && !clean.equals(two) ? two : clean.substring(0, clean.offsetByCodePoints(0, 1));
    }
}
