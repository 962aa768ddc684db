namespace PropertyCloud.Kernel.Errors;

/// <summary>What the page <c>/error/{status}</c> tells: put into the request's features by the kernel before the page is run.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Text">What happened and what to do, in the reader's language.</param>
/// <param name="Reference">Number to quote when asking for help.</param>
public sealed record ErrorDetails(int Status, string Code, string Text, string Reference);
