namespace KaizenGate.Core.Backlogs;

/// <summary>A label with its value, as written.</summary>
/// <param name="Definition">What the label stands for; <see cref="FieldCatalog.Other"/> for a label that only the score formula knows.</param>
/// <param name="Label">The label, without emphasis and colon.</param>
/// <param name="Text">The value as plain text: emphasis, links and code marks taken off.</param>
/// <param name="Span">Where the value stands; the label's place when the value is empty.</param>
internal sealed record Field(FieldDefinition Definition, string Label, string Text, SourceSpan Span);
