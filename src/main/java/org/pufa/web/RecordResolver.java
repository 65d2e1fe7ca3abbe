package org.pufa.web;

import com.github.jknack.handlebars.ValueResolver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shows a template the components of a record and nothing else of it; an empty Optional is as good as nothing. */
final class RecordResolver implements ValueResolver {

    private static final ClassValue<Map<String, Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            var accessors = new HashMap<String, Method>();
            for (RecordComponent component : type.getRecordComponents()) {
                Method accessor = component.getAccessor();
                accessor.setAccessible(true);
                accessors.put(component.getName(), accessor);
            }
            return accessors;
        }
    };

    @Override
    public Object resolve(Object context, String name) {
        if (!(context instanceof Record)) {
            return UNRESOLVED;
        }
        Method accessor = ACCESSORS.get(context.getClass()).get(name);
        return accessor == null ? UNRESOLVED : value(accessor, context);
    }

    @Override
    public Object resolve(Object context) {
        return context instanceof Record ? context : UNRESOLVED;
    }

    @Override
    public Set<Map.Entry<String, Object>> propertySet(Object context) {
        var properties = new LinkedHashMap<String, Object>();
        if (context instanceof Record) {
            ACCESSORS.get(context.getClass()).forEach((name, accessor) -> properties.put(name, value(accessor, context)));
        }
        return properties.entrySet();
    }

    private static Object value(Method accessor, Object record) {
        try {
            Object value = accessor.invoke(record);
            return value instanceof Optional<?> optional ? optional.orElse(null) : value;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + accessor, e);
        }
    }
}
