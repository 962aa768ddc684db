namespace PropertyCloud.Kernel.Localization;

/// <summary>Implemented by tenants: what the current company calls things. Answers from memory.</summary>
public interface IWordingSource
{
    ValueTask<Wording> GetAsync();
}
