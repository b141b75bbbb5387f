namespace KaizenGate.Core.History.Git;

/// <summary>Where git looks for hooks.</summary>
/// <param name="Folder">Absolute; need not exist.</param>
/// <param name="IsConfigured">Whether <c>core.hooksPath</c> names it.</param>
/// <param name="IsShared">Whether it lies outside of the repository and its working files, so that other repositories may use it.</param>
internal sealed record HooksFolder(string Folder, bool IsConfigured, bool IsShared);
