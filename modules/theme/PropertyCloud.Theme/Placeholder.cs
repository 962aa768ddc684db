namespace PropertyCloud.Theme; internal static class Placeholder;
