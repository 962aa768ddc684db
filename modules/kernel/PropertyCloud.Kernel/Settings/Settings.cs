namespace PropertyCloud.Kernel.Settings;

/// <summary>A value that a company (or a user) may set. Looked up user > tenant > edition > default.</summary>
public abstract record SettingDefinition(string Name, string Text, bool PerUser = false)
{
    public abstract string DefaultText { get; }
}

public sealed record SettingDefinition<T>(string Name, T Default, string Text, bool PerUser = false) : SettingDefinition(Name, Text, PerUser)
{
    public override string DefaultText => System.Text.Json.JsonSerializer.Serialize(Default);
}

public interface ISettings
{
    ValueTask<T> GetAsync<T>(SettingDefinition<T> setting, CancellationToken cancellation = default);

    /// <summary>Saves at once, with an audit entry; repeating is safe.</summary>
    Task SetAsync<T>(SettingDefinition<T> setting, T value, CancellationToken cancellation = default);
}
