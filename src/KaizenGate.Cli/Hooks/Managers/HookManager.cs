using System.Collections.Immutable;

namespace KaizenGate.Cli.Hooks.Managers;

/// <summary>A program that owns the hooks of a repository, and how it runs ours.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Found">The file or folder by which it was found, relative to the top level.</param>
/// <param name="Activate">The command that makes the manager use its files in a clone.</param>
/// <param name="Files">What the recipe changes; empty when the manager is known only by its hooks.</param>
internal sealed record HookManager(string Name, string Found, string Activate, ImmutableArray<RecipeFile> Files);
