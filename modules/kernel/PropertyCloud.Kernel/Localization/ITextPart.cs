using System.Globalization;

namespace PropertyCloud.Kernel.Localization;

/// <summary>An argument of a text that is itself said in the reader's language: a name in two languages, a length, a sentence inside a
/// sentence. <see cref="Texts"/> says it where the text has its place; <c>ToString</c> gives the Chinese, for logs.</summary>
public interface ITextPart
{
    string Say(Texts texts, CultureInfo culture);
}
