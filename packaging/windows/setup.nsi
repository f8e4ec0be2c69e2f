; Installs for one person, without the rights of an administrator. nsis.py puts in the words between @.
;
; Exit codes: 0 done, 1 ended by the person, 2 a file could not be written or removed, 3 the program runs,
; 4 a newer one is there, 5 wrong Windows, 6 the folder is somebody else's, 7 it is there for everybody.
; Silent: setup.exe /S [/D=C:\folder], uninstall.exe /S [/PURGE], which removes settings and unfinished
; visits, too.

Unicode true
Target amd64-unicode
@compress@
ManifestDPIAware true
RequestExecutionLevel user
; Else, if silent, a file that cannot be written is left out, and all is said to be well.
AllowSkipFiles off

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "WinVer.nsh"
!include "WordFunc.nsh"
!include "x64.nsh"

!define KEY "Software\@name@"
!define LISTED "Software\Microsoft\Windows\CurrentVersion\Uninstall\@name@"
!define SHORTCUT "$SMPROGRAMS\@title@.lnk"
!define MARK "@name@.installed"
!define NOT_WHOLE 2
!define RUNS 3
!define NEWER 4
!define OTHER_WINDOWS 5
!define NOT_OURS 6
!define FOR_ALL 7
!define WAITS 30

Name "@title@"
OutFile "@out@"
BrandingText "@title@ @version@"
InstallDir "$LOCALAPPDATA\Programs\@name@"
InstallDirRegKey HKCU "${KEY}" "InstallDir"
VIProductVersion "@dotted@"
VIFileVersion "@dotted@"
VIAddVersionKey "ProductName" "@title@"
VIAddVersionKey "ProductVersion" "@version@"
VIAddVersionKey "FileDescription" "@title@: setup"
VIAddVersionKey "FileVersion" "@version@"
VIAddVersionKey "CompanyName" "@maker@"
VIAddVersionKey "LegalCopyright" "@maker@. Apache License 2.0"

!define MUI_ICON "@icon@"
!define MUI_UNICON "@icon@"
!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_LICENSE "@licence@"
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\@name@.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Start @title@"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

Var Waited
Var Purge
Var Old

!finalize '@sign@ "%1"' = 0
!uninstfinalize '@sign@ "%1"' = 0

; The folder may be one that a person has named: in one that no setup has made nothing is changed.
!macro RefuseOthers
  ${DirState} "$INSTDIR" $0
  ${If} $0 = 1
  ${AndIfNot} ${FileExists} "$INSTDIR\${MARK}"
    MessageBox MB_OK|MB_ICONSTOP "In the folder $INSTDIR there are other files. So that none of them is lost, nothing was changed. Please choose an empty folder, or a new one." /SD IDOK
    SetErrorLevel ${NOT_OURS}
    Quit
  ${EndIf}
!macroend

!macro Mark folder
  FileOpen $0 "${folder}\${MARK}" w
  FileWrite $0 "This folder was made by the setup of @title@."
  FileClose $0
!macroend

; Setup may come back to a folder in which something is left, such as files of a person's own.
!macro Leave folder
  Delete "${folder}\uninstall.exe"
  Delete "${folder}\${MARK}"
  RMDir "${folder}"
  ${DirState} "${folder}" $0
  ${If} $0 = 1
    !insertmacro Mark "${folder}"
  ${EndIf}
!macroend

!macro RefuseOlder there
  ${If} "${there}" != ""
    ${VersionCompare} "${there}" "@version@" $1
    ${If} $1 = 1
      MessageBox MB_OK|MB_ICONSTOP "Version ${there} is installed. This is the older version @version@: it might not understand what the newer one has kept, so nothing was changed. To go back nevertheless, uninstall version ${there} first." /SD IDOK
      SetErrorLevel ${NEWER}
      Quit
    ${EndIf}
  ${EndIf}
!macroend

; A running program can be read, not written. Silent, it is waited for; else the person is asked.
!macro WaitForEnd file
  StrCpy $Waited 0
  ${Do}
    ${IfNot} ${FileExists} "${file}"
      ${Break}
    ${EndIf}
    ClearErrors
    FileOpen $0 "${file}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${Break}
    ${EndIf}
    ${If} ${Silent}
      Sleep 1000
      IntOp $Waited $Waited + 1
    ${ElseIf} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "@title@ is open. Please save what you need, close it, and then press Retry." IDCANCEL`
      StrCpy $Waited ${WAITS}
    ${EndIf}
    ${If} $Waited >= ${WAITS}
      SetErrorLevel ${RUNS}
      Quit
    ${EndIf}
  ${Loop}
!macroend

Function .onInit
  SetShellVarContext current
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastBuild} 17763
    MessageBox MB_OK|MB_ICONSTOP "@title@ needs Windows 10 (1809 or newer) or Windows 11, with 64 bits." /SD IDOK
    SetErrorLevel ${OTHER_WINDOWS}
    Quit
  ${EndIf}
  ReadRegStr $Old HKCU "${LISTED}" "DisplayVersion"
  !insertmacro RefuseOlder $Old
  ; The MSI writes that. Two of one program would share the settings, and be one day apart.
  ReadRegStr $Old HKLM "${KEY}" "version"
  !insertmacro RefuseOlder $Old
  ${If} $Old != ""
    MessageBox MB_OK|MB_ICONINFORMATION "@title@ $Old is installed on this computer for everybody, so nothing was changed. For a newer version, please ask who looks after this computer." /SD IDOK
    SetErrorLevel ${FOR_ALL}
    Quit
  ${EndIf}
  !insertmacro RefuseOthers
  !insertmacro WaitForEnd "$INSTDIR\@name@.exe"
  !insertmacro WaitForEnd "$INSTDIR\@name@-cli.exe"
  !insertmacro WaitForEnd "$INSTDIR\@dll@"
FunctionEnd

Section
  ; Of an older version nothing may stay, wherever it is. It alone knows what it has brought.
  ReadRegStr $Old HKCU "${KEY}" "InstallDir"
  ${If} $Old != ""
  ${AndIf} ${FileExists} "$Old\uninstall.exe"
    ClearErrors
    ExecWait '"$Old\uninstall.exe" /S _?=$Old' $0
    ; One that is damaged cannot be run: then the new files are put over the old ones.
    ${IfNot} ${Errors}
    ${AndIf} $0 <> 0
      MessageBox MB_OK|MB_ICONSTOP "The version that is installed could not be removed. Please close all programs and try again." /SD IDOK
      SetErrorLevel $0
      Quit
    ${EndIf}
    !insertmacro Leave "$Old"
  ${EndIf}
  ; First of all: who begins once more after a fault finds a folder that is ours.
  SetOutPath "$INSTDIR"
  !insertmacro Mark "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${KEY}" "InstallDir" "$INSTDIR"
@files@
  SetOutPath "$INSTDIR"
  CreateShortcut "${SHORTCUT}" "$INSTDIR\@name@.exe"
  WriteRegStr HKCU "${LISTED}" "DisplayName" "@title@"
  WriteRegStr HKCU "${LISTED}" "DisplayVersion" "@version@"
  WriteRegStr HKCU "${LISTED}" "DisplayIcon" "$INSTDIR\@name@.exe"
  WriteRegStr HKCU "${LISTED}" "Publisher" "@maker@"
  WriteRegStr HKCU "${LISTED}" "URLInfoAbout" "@home@"
  WriteRegStr HKCU "${LISTED}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${LISTED}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${LISTED}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${LISTED}" "EstimatedSize" @kilobytes@
  WriteRegDWORD HKCU "${LISTED}" "NoModify" 1
  WriteRegDWORD HKCU "${LISTED}" "NoRepair" 1
SectionEnd

Function un.onInit
  SetShellVarContext current
  !insertmacro RefuseOthers
  !insertmacro WaitForEnd "$INSTDIR\@name@.exe"
  !insertmacro WaitForEnd "$INSTDIR\@name@-cli.exe"
  !insertmacro WaitForEnd "$INSTDIR\@dll@"
  StrCpy $Purge ""
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/PURGE" $1
  ${IfNot} ${Errors}
    StrCpy $Purge 1
  ${EndIf}
FunctionEnd

Section "Uninstall"
  ; One that is there for everybody goes on using what is kept for this person.
  ReadRegStr $0 HKLM "${KEY}" "version"
  ${If} $0 != ""
    StrCpy $Purge ""
  ${ElseIfNot} ${Silent}
  ${AndIf} ${Cmd} `MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "Shall your settings and unfinished visits be removed, too? Summaries that you have saved stay where they are." IDYES`
    StrCpy $Purge 1
  ${EndIf}
  ClearErrors
@remove@
  ${If} ${Errors}
    SetErrorLevel ${NOT_WHOLE}
  ${EndIf}
  SetOutPath "$TEMP"
@remove_folders@
  !insertmacro Leave "$INSTDIR"
  ; Only if it is empty now.
  RMDir "$LOCALAPPDATA\Programs"
  ${If} $Purge != ""
    RMDir /r "$APPDATA\@name@"
    RMDir /r "$LOCALAPPDATA\@name@"
  ${EndIf}
  Delete "${SHORTCUT}"
  DeleteRegKey HKCU "${LISTED}"
  DeleteRegKey HKCU "${KEY}"
SectionEnd
