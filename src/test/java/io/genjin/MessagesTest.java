package io.genjin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Chinese and English say the same things, and no template says anything by itself. */
class MessagesTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern PLACES = Pattern.compile("\\{(\\w+)[^}]*}");
    private static final Pattern CALLED = Pattern.compile("s\\.t\\(\"([\\w.-]+)\"");
    private static final Set<String> SPOKEN = Set.of("跟", "☑", "☐");

    @Test
    void bothLanguagesHaveTheSameTexts() throws IOException {
        for (Path chinese : files(MESSAGES, ".properties")) {
            if (chinese.getFileName().toString().contains("_")) {
                continue;
            }
            Path english = MESSAGES.resolve(chinese.getFileName().toString().replace(".properties", "_en.properties"));
            Properties zh = read(chinese);
            Properties en = read(english);
            assertThat(new TreeSet<>(en.stringPropertyNames()))
                    .as(english.toString())
                    .isEqualTo(new TreeSet<>(zh.stringPropertyNames()));
            for (String key : zh.stringPropertyNames()) {
                assertThat(places(en.getProperty(key))).as("places of %s", key).isEqualTo(places(zh.getProperty(key)));
            }
        }
    }

    /** With a numbered place in a text an apostrophe is written twice and read once; without one it is read as it is written. */
    @Test
    void apostrophesAreReadOnce() throws IOException {
        Pattern alone = Pattern.compile("(?<!')'(?!')");
        Pattern numbered = Pattern.compile("\\{\\d");
        for (Path file : files(MESSAGES, ".properties")) {
            read(file).forEach((key, text) -> assertThat(
                            numbered.matcher((String) text).find()
                                    ? alone.matcher((String) text).find()
                                    : ((String) text).contains("''"))
                    .as("%s in %s: %s", key, file.getFileName(), text)
                    .isFalse());
        }
    }

    /** Of two texts under one key one is never seen, and which one is an accident. */
    @Test
    void noTwoModulesGiveOneTextItsKey() throws IOException {
        Map<String, Path> given = new HashMap<>();
        for (Path file : files(MESSAGES, ".properties")) {
            String language = file.getFileName().toString().contains("_") ? "en " : "zh ";
            for (String key : read(file).stringPropertyNames()) {
                Path before = given.put(language + key, file);
                assertThat(before).as("%s stands in %s too", key, file).isNull();
            }
        }
    }

    @Test
    void everyTextThatATemplateAsksForExists() throws IOException {
        Properties all = new Properties();
        for (Path file : files(MESSAGES, ".properties")) {
            all.putAll(read(file));
        }
        for (Path template : files(TEMPLATES, ".jte")) {
            Matcher called = CALLED.matcher(Files.readString(template));
            while (called.find()) {
                boolean whole = !called.group(1).endsWith(".");
                assertThat(!whole || all.containsKey(called.group(1)))
                        .as("%s asks for %s", template, called.group(1))
                        .isTrue();
            }
        }
    }

    @Test
    void noTemplateSpeaksChineseByItself() throws IOException {
        for (Path template : files(TEMPLATES, ".jte")) {
            String text = Files.readString(template);
            for (String word : SPOKEN) {
                text = text.replace(word, "");
            }
            Matcher han = Pattern.compile("[\\p{IsHan}]+").matcher(text);
            assertThat(han.find()).as("literal text in %s", template).isFalse();
        }
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACES.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    private static List<Path> files(Path root, String end) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> path.toString().endsWith(end)).sorted().toList();
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
