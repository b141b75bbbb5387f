namespace KaizenGate.Acceptance.Tests.Hooks;

/// <summary>An improvement without impact and effort: KZ201.</summary>
internal static class UnscoredItem
{
    public const string Text = "### [IMP-009] Something\n\n- **Status:** To Do\n\n";
}
