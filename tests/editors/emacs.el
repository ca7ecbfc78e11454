;;; emacs.el --- What the tests do in Emacs  -*- lexical-binding: t; -*-

;; Reads steps from the file that IMENA_STEPS names, a JSON list, and writes the answer of each,
;; a JSON list, where IMENA_ANSWERS says.

(require 'cl-lib)
(require 'imena)

(defun steps--wait (what condition)
  "Wait until CONDITION, a function, is true; WHAT says what for."
  (let ((until (+ (float-time) 30)))
    (while (not (funcall condition))
      (when (> (float-time) until)
        (error "Waited for %s: %S" what (flymake-running-backends)))
      (accept-process-output nil 0.05)
      (sit-for 0.02))))

(defun steps--found ()
  "The words under the diagnostics of this buffer with what they say, in order."
  (mapcar (lambda (one)
            (vector (buffer-substring-no-properties (flymake-diagnostic-beg one)
                                                    (flymake-diagnostic-end one))
                    (substring-no-properties (flymake-diagnostic-text one))))
          (sort (flymake-diagnostics)
                (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b))))))

(defun steps--checked ()
  "Check anew and wait for what is found."
  (let* ((backend (car flymake-diagnostic-functions))
         (answered nil)
         (listen (lambda (f &rest args)
                   (prog1 (apply f args) (setq answered t)))))
    (advice-add 'flymake--handle-report :around listen)
    (unwind-protect
        (progn
          (flymake-start)
          (steps--wait backend (lambda () answered)))
      (advice-remove 'flymake--handle-report listen)))
  (steps--found))

(defun steps--eglot ()
  "Let Eglot manage this buffer and wait for its diagnostics."
  (require 'eglot)
  (imena-eglot-setup)
  (setq eglot-sync-connect t
        eglot-connect-timeout 60
        eglot-confirm-server-initiated-edits nil)
  (apply #'eglot (eglot--guess-contact))
  (steps--wait "diagnostics" #'flymake-diagnostics)
  (steps--found))

(defun steps--do (step)
  "Do STEP, a list of its name and its arguments."
  (pcase step
    (`("flymake") (imena-mode 1) (steps--checked))
    (`("check") (steps--checked))
    (`("eglot") (steps--eglot))
    (`("goto" ,text) (goto-char (point-min)) (search-forward text) (goto-char (match-beginning 0)) t)
    (`("insert" ,text) (goto-char (point-min)) (insert text) t)
    (`("fix") (imena-fix) t)
    (`("fix-all") (imena-fix-all) t)
    (`("quickfix")
     (cl-letf (((symbol-function 'completing-read)
                (lambda (_prompt _all &optional _if _must _first _history default &rest _)
                  (if (consp default) (car default) default)))
               (last-nonmenu-event ?q))
       (eglot-code-actions (point) (1+ (point)) "quickfix" t))
     t)
    (`("text") (buffer-substring-no-properties (point-min) (point-max)))
    (`("save") (save-buffer) t)
    (_ (error "No such step: %S" step))))

(let ((steps (with-temp-buffer
               (insert-file-contents (getenv "IMENA_STEPS"))
               (let ((json-array-type 'list)) (json-read))))
      answers)
  (prefer-coding-system 'utf-8)
  (find-file (getenv "IMENA_TEXT"))
  (dolist (step steps)
    (push (steps--do step) answers))
  (let ((coding-system-for-write 'utf-8-unix))
    (with-temp-file (getenv "IMENA_ANSWERS")
      (insert (json-encode (vconcat (nreverse answers))))))
  (kill-emacs 0))
