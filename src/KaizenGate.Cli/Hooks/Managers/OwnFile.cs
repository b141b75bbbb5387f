using KaizenGate.Core.Backlogs;

namespace KaizenGate.Cli.Hooks.Managers;

/// <summary>A file of ours.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Text">Its text.</param>
/// <param name="IsOurs">Whether a text is of such a file, in any version.</param>
internal sealed record OwnFile(string Path, string Text, Func<string, bool> IsOurs) : RecipeFile(Path)
{
    public override string? Shown => null;

    public override string? With(string? text) =>
        text is null || IsOurs(text)
            ? Text
            : throw new InputException("another file is in its place", "Rename it, and try again.", Path);

    public override string? Without(string text) => IsOurs(text) ? null : text;
}
