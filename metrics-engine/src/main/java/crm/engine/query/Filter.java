package crm.engine.query;

import crm.engine.model.Dimension;
import java.util.List;

/** Which rows are kept, by their members. */
public sealed interface Filter {

    List<Dimension> dimensions();

    /** Rows of these members. */
    record Only(Dimension dimension, List<String> members) implements Filter {
        public Only {
            members = List.copyOf(members);
        }

        @Override
        public List<Dimension> dimensions() {
            return List.of(dimension);
        }
    }

    /** Rows of all members but these; rows without a member are kept, unless that is named. */
    record Except(Dimension dimension, List<String> members) implements Filter {
        public Except {
            members = List.copyOf(members);
        }

        @Override
        public List<Dimension> dimensions() {
            return List.of(dimension);
        }
    }

    /** Rows of members not below this one; rows without a member are left out. */
    record AtLeast(Dimension dimension, String least) implements Filter {
        @Override
        public List<Dimension> dimensions() {
            return List.of(dimension);
        }
    }

    /** Rows of members below this one; rows without a member are left out. */
    record Below(Dimension dimension, String limit) implements Filter {
        @Override
        public List<Dimension> dimensions() {
            return List.of(dimension);
        }
    }

    /** Rows of all groups but these; each has one member for each dimension. */
    record Outside(List<Dimension> dimensions, List<List<String>> groups) implements Filter {
        public Outside {
            dimensions = List.copyOf(dimensions);
            groups = List.copyOf(groups);
        }
    }
}
