namespace PropertyCloud.Kernel.Data;

internal sealed class DbSession { public int RequireTenant() => 0; }
