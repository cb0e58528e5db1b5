package io.genjin.prospect;

/**
 * A section that another module adds to a prospect's page; the page loads it from the module's own address and never
 * learns who contributes.
 *
 * @param path address of the fragment with {@code {id}} for the prospect, such as {@code /prospects/{id}/follow-ups}
 */
public record ProspectPanel(String titleKey, String path, String operation, int position) {

    public String pathFor(ProspectId id) {
        return path.replace("{id}", id.toString());
    }
}
