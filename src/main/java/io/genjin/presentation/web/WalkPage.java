package io.genjin.presentation.web;

import io.genjin.catalog.CarModel;
import io.genjin.presentation.Position;
import io.genjin.presentation.PresentationFile;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The walk around a car, as it is ticked.
 *
 * @param draft by which the browser keeps what was typed
 */
public record WalkPage(PresentationFile.Walk walk, Fields form, String draft) {

    public String here() {
        return "/prospects/" + walk.prospect().id() + "/presentations";
    }

    /** The models by id, as a choice offers them. */
    public Map<String, String> models() {
        Map<String, String> models = new LinkedHashMap<>();
        for (CarModel model : walk.models()) {
            models.put(model.id().toString(), model.name().text());
        }
        return models;
    }

    /** The comparisons by id, as a choice offers them. */
    public Map<String, String> rivals() {
        Map<String, String> rivals = new LinkedHashMap<>();
        walk.comparisons()
                .forEach(one ->
                        rivals.put(one.id().toString(), one.text().rival().title()));
        return rivals;
    }

    /** All six positions, from the suggested one on. */
    public List<Position> positions() {
        return walk.start().position().walk();
    }

    /** Why the walk begins where it does, in words. */
    public String because(Screen s) {
        return walk.start().because().stream()
                .map(focus -> s.code("focus", focus))
                .collect(Collectors.joining(s.t("list.separator")));
    }
}
