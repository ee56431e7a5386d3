package io.quarkiverse.binds.runtime.config;

import io.quarkiverse.binds.BindSetting;
import io.smallrye.config.ConfigValue;

/** A value and its source, named as in {@link BindSetting#source()}. */
record Found(ConfigValue config, String value, String source) {

    /**
     * Whether the value holds an expression because it was read while expressions are not expanded, as by Dev Services and
     * while names are recorded. The raw value is compared, since a password may contain such characters literally.
     */
    boolean isUnexpanded() {
        return config != null && value.contains("${") && config.getValue().equals(config.getRawValue());
    }

    /** Removes the end of the line that files of secrets usually have and passwords never have. */
    static String withoutLineEnd(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }
}
